"""Resumes as web pages: printed to PDF by Chromium, they look like what people have."""

JOB = '<div class="job"><b>{title}</b> <span>{dates}</span></div><div class="job"><i>{place}</i> <span>{town}</span></div><ul>{bullets}</ul>'
HISTORY = (
    (
        "Forklift Operator",
        "Jan 2019 – Dec 2023",
        "Northwind Logistics",
        "Chicago, IL",
        ("Loaded trailers", "Stopped the line"),
    ),
    ("Picker and Packer", "03/2016 – 12/2018", "Blue Harbor Foods", "Gary, IN", ("Picked lines", "Trained packers")),
    ("Stocker", "01/2014 – 02/2016", "Corner Market", "Gary, IN", ("Stocked shelves",)),
)
JOBS = "".join(
    JOB.format(title=t, dates=d, place=p, town=w, bullets="".join(f"<li>{b}</li>" for b in bs))
    for t, d, p, w, bs in HISTORY
)
SKILLS = "<ul><li>OSHA forklift certification</li><li>Reach truck</li><li>SAP WM</li><li>Spanish, fluent</li></ul>"
SCHOOL = '<h2>Education</h2><div class="job"><b>Lincoln High School</b> <span>2010 – 2014</span></div>'
STYLE = "<style>body{font-family:sans-serif} .job{display:flex;justify-content:space-between} .dark{background:#123;color:#fff}</style>"
TRICKS = (
    '<p style="color:#fff">expert welder since forever</p><p style="font-size:1px">tiny secret words</p>'
    '<p style="position:absolute;left:-900px">far away words</p>'
)
ONE = f"{STYLE}<h1>Jordan Rivers</h1><h2>Work experience</h2>{JOBS}{SCHOOL}<h2>Certifications</h2>{SKILLS}"
TWO = (
    f"{STYLE}<h1 class=dark>Jordan Rivers</h1><div style='display:grid;grid-template-columns:190px 1fr;gap:30px'>"
    f"<div class=dark><h2>Skills</h2>{SKILLS}</div><div><h2>Experience</h2>{JOBS}{SCHOOL}</div></div>"
)
RIGHT = (
    f"{STYLE}<h1>Jordan Rivers</h1><div style='display:grid;grid-template-columns:1fr 190px;gap:30px'>"
    f"<div><h2>Experience</h2>{JOBS}{SCHOOL}</div><div class=dark><h2>Skills</h2>{SKILLS}</div></div>"
)
TABLE = (
    f"{STYLE}<table><tr><td width=35% valign=top><h2>Skills</h2>{SKILLS}</td>"
    f"<td valign=top><h1>Jordan Rivers</h1><h2>Experience</h2>{JOBS}{SCHOOL}</td></tr></table>"
)
PAGES = {"one column": ONE, "skills left": TWO, "skills right": RIGHT, "table": TABLE}
