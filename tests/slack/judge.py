"""Slack's limits of Block Kit, as far as Greenroom's builders touch them."""

from typing import Any

TEXT = {"section": 3000, "header": 150}
MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}


def faults(blocks: list[dict[str, Any]], surface: str = "message") -> list[str]:
    """Every breach found in a list of blocks."""
    found = [] if 0 < len(blocks) <= MOST_BLOCKS[surface] else [f"{len(blocks)} blocks"]
    for block in blocks:
        found += [f"{block['type']}: {fault}" for fault in _block(block, surface)]
    named = [block["block_id"] for block in blocks if "block_id" in block]
    return [*found, *(["a block_id twice"] if len(set(named)) != len(named) else [])]


def view_faults(view: dict[str, Any]) -> list[str]:
    """Every breach found in a view."""
    found = faults(view["blocks"], view["type"])
    if view["type"] == "home":
        return found
    found += [f"{k} too long" for k in ("title", "submit", "close") if k in view and not 0 < len(view[k]["text"]) <= 24]
    found += ["private_metadata too long"] if len(view["private_metadata"]) > 3000 else []
    inputs = any(block["type"] == "input" for block in view["blocks"])
    return [*found, *(["no submit"] if inputs and "submit" not in view else [])]


def _block(block: dict[str, Any], surface: str) -> list[str]:
    match block["type"]:
        case "section" | "header":
            beside = _element(block["accessory"]) if "accessory" in block else []
            return beside + _text(block["text"], TEXT[block["type"]])
        case "context":
            most = ["too many elements"] if not 0 < len(block["elements"]) <= 10 else []
            return most + [f for element in block["elements"] for f in _text(element, 3000)]
        case "actions":
            ids = [element["action_id"] for element in block["elements"]]
            most = ["too many or double buttons"] if not 0 < len(set(ids)) == len(ids) <= 25 else []
            return most + [f for element in block["elements"] for f in _element(element)]
        case "input":
            misplaced = ["input outside a modal"] if surface != "modal" else []
            same = ["block_id is not action_id"] if block["block_id"] != block["element"]["action_id"] else []
            return misplaced + same + _text(block["label"], 2000) + _element(block["element"])
        case "divider":
            return []
        case unknown:
            return [f"unknown block {unknown}"]


def _element(element: dict[str, Any]) -> list[str]:
    found = [] if 0 < len(element["action_id"]) <= 255 else ["action_id"]
    match element["type"]:
        case "button":
            found += _text(element["text"], 75)
            found += ["value"] if len(element.get("value", "x")) > 2000 or element.get("value") == "" else []
            found += ["url"] if len(element.get("url", "")) > 3000 else []
            found += ["style"] if element.get("style", "primary") not in ("primary", "danger") else []
            found += _confirm(element["confirm"]) if "confirm" in element else []
        case "static_select":
            found += _choices(element)
        case "overflow":
            found += ["overflow"] if not 1 <= len(element["options"]) <= 5 else []
            found += [f for o in element["options"] for f in _text(o["text"], 75)]
        case "plain_text_input":
            most = element.get("max_length", 3000)
            found += ["max_length"] if not 0 < most <= 3000 else []
            found += ["initial_value"] if len(element.get("initial_value", "")) > most else []
    return found + (_text(element["placeholder"], 150) if "placeholder" in element else [])


def _choices(element: dict[str, Any]) -> list[str]:
    groups = element.get("option_groups") or [{"options": element["options"]}]
    options = [option for group in groups for option in group["options"]]
    found = ["groups"] if not 0 < len(groups) <= 100 else []
    found += ["options"] if any(not 0 < len(group["options"]) <= 100 for group in groups) else []
    found += [f for group in groups if "label" in group for f in _text(group["label"], 75)]
    found += ["a value twice"] if len({o["value"] for o in options}) != len(options) else []
    for option in options:
        found += _text(option["text"], 75) + (["value"] if not 0 < len(option["value"]) <= 150 else [])
    initial = element.get("initial_option")
    return [*found, *(["initial_option"] if initial and initial not in options else [])]


def _confirm(confirm: dict[str, Any]) -> list[str]:
    limits = (("title", 100), ("text", 300), ("confirm", 30), ("deny", 30))
    return [f for name, most in limits for f in _text(confirm[name], most)]


def _text(text: dict[str, Any], most: int) -> list[str]:
    long = [] if 0 < len(text["text"]) <= most else [f"text of {len(text['text'])}, at most {most}"]
    return long + (["broadcast"] if "<!" in text["text"].replace("<!date^", "") else [])
