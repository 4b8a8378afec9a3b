#!/usr/bin/env python3
"""Holds the scorer to what it promises: all of it found is 1, and each kind of loss lowers its own measure only."""
import copy
import unittest

import score

EXPECTED = {"pages": 2, "furniture": ["Page \\d+"], "blocks": [
    {"type": "title", "text": "Invented review"}, {"type": "toc", "items": [[1, "1. The family", 2]]}, {"type": "heading", "level": 1, "text": "1. The family"},
    {"type": "heading", "level": 2, "text": "Father’s account"}, {"type": "para", "num": "1.1", "text": "1.1 The school wrote to the family but had no reply."},
    {"type": "list_item", "level": 1, "text": "see the child alone;"}, {"type": "caption", "text": "Table 1: Contacts"},
    {"type": "table", "rows": [["Agency", "2014"], ["Police", "3"]]}, {"type": "footnotes", "items": ["The file holds a note of the call."]}]}


def perfect():
    found = copy.deepcopy(EXPECTED)
    found["blocks"][-1] = {"type": "footnote", "text": "1 The file holds a note of the call."}
    return found


class Scorer(unittest.TestCase):
    def setUp(self):
        self.found = perfect()

    def lowered(self):
        whole, now = score.score(EXPECTED, perfect()), score.score(EXPECTED, self.found)
        return {name for name in whole if now[name] != whole[name]}

    def test_all_of_it(self):
        result = score.score(EXPECTED, self.found)
        self.assertEqual({name for name, value in result.items() if value != (0 if name.endswith("left") else 1)}, set())

    def test_wrong_level(self):
        self.found["blocks"][3]["level"] = 1
        self.assertEqual(self.lowered(), {"heading+level"})

    def test_levels_all_one_deeper(self):
        for at in (2, 3): self.found["blocks"][at]["level"] += 1
        self.assertEqual(self.lowered(), set())

    def test_lost_number(self):
        self.found["blocks"][4]["text"] = "The school wrote to the family but had no reply."
        self.assertIn("number", self.lowered())

    def test_rows_put_together(self):
        self.found["blocks"][7]["rows"] = [["Agency Police", "2014 3"]]
        self.assertEqual(self.lowered(), {"text", "cell", "adjacency"})

    def test_furniture_among_the_words(self):
        self.found["blocks"].append({"type": "para", "text": "Page 2"})
        self.assertIn("furniture left", self.lowered())

    def test_contents_among_the_words(self):
        self.found["blocks"].insert(2, {"type": "para", "text": "1. The family 2"})
        self.assertEqual(self.lowered(), {"text", "contents left"})

    def test_note_lost(self):
        del self.found["blocks"][-1]
        self.assertEqual(self.lowered(), {"footnote"})


if __name__ == "__main__":
    unittest.main()
