# Reads calendars from standard input (a JSON list of texts) with two programs that are no relations, python3-icalendar and python3-vobject, and
# writes for each what they say of its event. Instants follow from the calendar's own VTIMEZONE, not from this machine's zones.
import json
import sys
from datetime import timezone
import vobject
from icalendar import Calendar


def milliseconds(at):
    return int(at.astimezone(timezone.utc).timestamp() * 1000)


def by_icalendar(text):
    calendar = Calendar.from_ical(text)
    [event] = calendar.walk("VEVENT")
    zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}

    def instant(prop):
        name = prop.params.get("TZID")
        if name is None:
            return milliseconds(prop.dt)
        return milliseconds(zones[str(name)].localize(prop.dt.replace(tzinfo=None)))

    return {
        "method": str(calendar["METHOD"]),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "from": instant(event["DTSTART"]),
        "until": instant(event["DTEND"]),
        "summary": str(event["SUMMARY"]),
        "description": str(event["DESCRIPTION"]),
        "attendee": str(event["ATTENDEE"]),
    }


def by_vobject(text):
    # It keeps zones by name over all calendars it has met.
    known = vars(vobject.icalendar)["__tzidMap"]
    for name in [name for name in known if name != "UTC"]:
        del known[name]
    calendar = vobject.readOne(text)
    event = calendar.vevent
    return {
        "method": calendar.method.value,
        "uid": event.uid.value,
        "sequence": int(event.sequence.value),
        "from": milliseconds(event.dtstart.value),
        "until": milliseconds(event.dtend.value),
        "summary": event.summary.value,
        "description": event.description.value,
        "attendee": event.attendee.value,
    }


json.dump([{"icalendar": by_icalendar(text), "vobject": by_vobject(text)} for text in json.load(sys.stdin)], sys.stdout)
