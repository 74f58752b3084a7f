"""The words of numbers, English and Spanish, slips included, and one number read."""

from dataclasses import dataclass

ONES = dict(
    zero=0, nil=0, naught=0, nought=0, oh=0, one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11, twelve=12,
    thirteen=13, fourteen=14, fifteen=15, sixteen=16, seventeen=17, eighteen=18, nineteen=19,
    thre=3, fore=4, fiv=5, sevn=7, sevin=7, eigth=8, eigh=8, nin=9, elevn=11, eleve=11, twelv=12, fourten=14, fiften=15, forteen=14, fivteen=15, sixten=16, ninteen=19,
    cero=0, uno=1, una=1, un=1, dos=2, tres=3, cuatro=4, quatro=4, cinco=5, sinco=5, seis=6, siete=7, ocho=8, nueve=9, diez=10, dies=10, once=11, doce=12, trece=13,
    catorce=14, quince=15, dieciseis=16, diecisiete=17, dieciocho=18, diecinueve=19, veinte=20, veintiuno=21, veintiun=21, veintidos=22,
    veintitres=23, veinticuatro=24, veinticinco=25, veintiseis=26, veintisiete=27, veintiocho=28, veintinueve=29,
    onse=11, trese=13, catorse=14, quinse=15, diesiseis=16, dieziseis=16, diesisiete=17, diezisiete=17, diesiocho=18, dieziocho=18, diesinueve=19, diezinueve=19, beinte=20, bente=20,
    beintiuno=21, beintidos=22, beintitres=23, beinticuatro=24, beinticinco=25, beintiseis=26, beintisiete=27, beintiocho=28, beintinueve=29,
)  # fmt: skip

TENS = dict(
    twenty=20, thirty=30, forty=40, fourty=40, fifty=50, sixty=60, seventy=70, eighty=80, ninety=90, twnty=20, twenny=20, thirdy=30, fity=50, fiddy=50, ninty=90,
    treinta=30, cuarenta=40, cincuenta=50, sesenta=60, setenta=70, ochenta=80, noventa=90, trenta=30, quarenta=40, sincuenta=50, cinquenta=50, sesanta=60, setanta=70, nobenta=90,
)  # fmt: skip

ONES |= {
    ten + one: tens + ones
    for ten, tens in TENS.items()
    for one, ones in tuple(ONES.items())
    if ten.endswith("ty") and one in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
}  # "thirtyfive"

HUNDREDS = dict(
    cien=100,
    ciento=100,
    doscientas=200,
    trescientas=300,
    cuatrocientas=400,
    quinientas=500,
    seiscientas=600,
    setecientas=700,
    ochocientas=800,
    novecientas=900,
    doscientos=200,
    trescientos=300,
    cuatrocientos=400,
    quinientos=500,
    seiscientos=600,
    setecientos=700,
    ochocientos=800,
    novecientos=900,
)

SCALES = dict(
    hundred=100, hundreds=100, hunned=100, hunnerd=100, hunnid=100, hunderd=100, hundrd=100, cientos=100, cientas=100, hundo=100, hundos=100, thousand=1_000, thousands=1_000, thou=1_000, grand=1_000, k=1_000, mil=1_000, lakh=100_000, lakhs=100_000, lac=100_000, lacs=100_000, lkh=100_000, lakhes=100_000,
    crore=10_000_000, crores=10_000_000, cr=10_000_000, million=1_000_000, millions=1_000_000, mill=1_000_000, millon=1_000_000, millones=1_000_000, mm=1_000_000, billion=1_000_000_000, billions=1_000_000_000, bn=1_000_000_000, trillion=1e12, trillions=1e12,
    dozen=12, dozens=12, dz=12, dzs=12, doz=12, docena=12, docenas=12, dozs=12, lkhs=100_000, koti=10_000_000, gross=144,
)  # fmt: skip

GLUED = dict(
    k=1_000,
    m=1_000_000,
    mm=1_000_000,
    mil=1_000_000,
    b=1e9,
    bn=1e9,
    g=1e9,
    t=1e12,
    lpa=100_000,
    l=100_000,
    lac=100_000,
    lacs=100_000,
    lakh=100_000,
    lakhs=100_000,
    cr=10_000_000,
    grand=1_000,
    mio=1_000_000,
    mln=1_000_000,
)

PARTS = dict(
    half=2,
    halves=2,
    third=3,
    thirds=3,
    quarter=4,
    quarters=4,
    fourth=4,
    fourths=4,
    fifth=5,
    fifths=5,
    sixth=6,
    sixths=6,
    seventh=7,
    sevenths=7,
    eighth=8,
    eighths=8,
    ninth=9,
    ninths=9,
    tenth=10,
    tenths=10,
    hundredth=100,
    hundredths=100,
    thousandth=1_000,
    thousandths=1_000,
    twentieth=20,
    twentieths=20,
    thirtieth=30,
    trillionth=1e12,
    trillionths=1e12,
    millionth=1e6,
    millionths=1e6,
    medio=2,
    media=2,
    cuarto=4,
    cuartos=4,
)

ORDINALS = dict(
    first=1, second=2, third=3, fourth=4, fifth=5, sixth=6, seventh=7, eighth=8, ninth=9, tenth=10, eleventh=11, twelfth=12, thirteenth=13, fourteenth=14, fifteenth=15, sixteenth=16,
    seventeenth=17, eighteenth=18, nineteenth=19, twentieth=20, thirtieth=30, primero=1, primera=1, primer=1, segundo=2, segunda=2, tercero=3, tercera=3, tercer=3, cuarto=4, cuarta=4, quinto=5, quinta=5,
)  # fmt: skip

AMBIGUOUS = {"one", "un", "una", "uno", "oh", "once", "fore", "dies", "k", "cr", "l", "gross", "second", "third"}


@dataclass(frozen=True, slots=True)
class Number:
    """One number: `start` and `end` in the plain text; `scale` where k, lakh or the like stood by it."""

    value: float
    start: int
    end: int
    scale: float = 1
    words: bool = False
    money: str = ""  # the sign before it
    dozen: bool = False
