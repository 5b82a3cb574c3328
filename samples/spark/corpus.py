"""Makes a corpus to try things on: the same for the same numbers, everywhere.

    python3 corpus.py FOLDER --documents 200000 --parts 16

Documents are reports in one of three groups, which have most words in common and some more often than the others. Some
documents are long, some are short, one in a thousand has no text.
"""

import argparse
import json
import pathlib
import random

WORDS = {
    "who": "the council;the harbour master;a committee of residents;the surveyor;the wardens;the society;our reporter",
    "did": "closed;measured;opened;repaired;described;ignored;discussed;inspected;paid for;photographed",
    "what": "the old gate;the bridge;a list of repairs;the winter budget;the footpath;the annual report;the weather station",
    "when": "on Monday;in the spring;after the storm;before the meeting;for the third time;at last;in October",
    "why": "because the frost had lifted the stones;so that nobody would be surprised;although it was late;while others watched",
}
OWN = {
    "harbour": "the tidal barrier;a steel floodgate;the quay;the ferry;the dredger;two tugs;the lighthouse;low water",
    "moor": "the peat bog;the curlews;sphagnum moss;the heather;a herd of ponies;the drainage ditch;the lapwings;wet ground",
    "workshop": "the lathe;a box of bearings;the toolmaker;the grinding wheel;the apprentice;engine oil;the workbench;a torque wrench",
}
WORDS = {name: phrases.split(";") for name, phrases in WORDS.items()}
OWN = {name: phrases.split(";") for name, phrases in OWN.items()}


def sentence(chance, group):
    # The first phrases of a group are its commonest.
    own = OWN[group]
    subject = own[int(len(own) * chance.random() ** 2)] if chance.random() < 0.4 else chance.choice(WORDS["who"])
    thing = chance.choice(own) if chance.random() < 0.3 else chance.choice(WORDS["what"])
    words = [subject, chance.choice(WORDS["did"]), thing, chance.choice(WORDS["when"])]
    if chance.random() < 0.5:
        words.append(chance.choice(WORDS["why"]))
    if chance.random() < 0.2:
        words.append(f"near post {chance.randrange(500)}")
    text = " ".join(words)
    return f"{text[0].upper()}{text[1:]}."


def document(number):
    chance = random.Random(number)
    group = chance.choice(list(OWN))
    # One in fifty is about something else than the rest of its group.
    topic = chance.choice(list(OWN)) if chance.random() < 0.02 else group
    length = 0 if number % 1000 == 999 else int(4 + chance.expovariate(1 / 6))
    sentences = [sentence(chance, topic) for _ in range(min(length, 60))]
    paragraphs = [" ".join(sentences[start:start + 5]) for start in range(0, len(sentences), 5)]
    return {"id": f"d{number}", "group": group, "text": "\n\n".join(paragraphs)}


def make(folder, documents, parts):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for part in range(parts):
        with open(folder / f"part-{part:04}.jsonl", "w", encoding="utf-8") as out:
            for number in range(part * documents // parts, (part + 1) * documents // parts):
                out.write(json.dumps(document(number)) + "\n")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder")
    arguments.add_argument("--documents", type=int, default=200_000)
    arguments.add_argument("--parts", type=int, default=16)
    arguments = arguments.parse_args()
    make(arguments.folder, arguments.documents, arguments.parts)
