#!/usr/bin/env python3
"""Writes a small folder of names for generate_texts.py and generate_notes.py, from this repository alone: small_names.py FOLDER

Given names are those of corpus/given-names.txt; family names are common ones of Britain, places are invented."""
import pathlib
import sys

FAMILY = """Abbott Adeyemi Ahmed Akhtar Allen Andrews Atkinson Bailey Baker Banerjee Barker Barnes Begum Bell Bennett Berry Booth
Bradley Brennan Brooks Burgess Butler Byrne Cameron Campbell Carr Chapman Chaudhry Clarke Cole Collins Connolly Cooper Cox Crawford
Cunningham Curtis Davies Dawson Dean Dixon Doherty Donnelly Douglas Doyle Duncan Edwards Eleftheriou Elliott Evans Farrell Ferguson
Fletcher Foster Fraser Gallagher Gardner Gibson Gill Gordon Graham Grant Gray Greenwood Griffiths Hamilton Harding Harper Harrison
Hart Harvey Hassan Henderson Higgins Hobbs Holland Holmes Hudson Hughes Hussain Ibrahim Jenkins Jennings Johnstone Kaur Kavanagh
Kelly Kennedy Khan Kowalski Lawson Lewis Lloyd MacDonald Mahmood Marshall Mason Matthews McCarthy McKenzie Mehta Mensah Miller
Mitchell Morgan Morris Murphy Murray Nicholls Nowak O'Brien O'Connor O'Neill Okafor Oliver Osborne Owen Palmer Parker Patel Payne
Pearce Perkins Phillips Powell Pritchard Quinn Rahman Reid Reynolds Richards Roberts Robertson Rogers Rossi Rowe Russell Ryan
Saunders Sharma Sharp Shaw Simpson Singh Slater Spencer Stevens Stewart Sutherland Szymanska Taylor Thompson Turner Wallace Walsh
Walters Ward Watkins Watson Webb Whittaker Wilkinson Williams Wilson Woodward Wright Yilmaz Younis Zielinski""".split()
PLACES = """Ashby Vale|Brackenford|Calderfold|Dunmere|Easterdale|Fenwick Cross|Gorsley Heath|Harrowmoor|Inverbrae|Kelsworth|Llanfoel
Marston Quay|Northmoor|Oakhampton|Pentrewern|Queensferry Row|Ravensby|Stonebeck|Thornleigh|Upper Marl|Westerby|Yarrowdale""".replace("\n", "|").split("|")


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    corpus = pathlib.Path(__file__).resolve().parents[3] / "corpus" / "given-names.txt"
    given = [line for line in corpus.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    for name in ("uk_given_names.tsv", "faker_given_names.tsv", "cc0_forenames.tsv"):
        (folder / name).write_text("\n".join(given) + "\n", encoding="utf-8")
    for name in ("faker_surnames.tsv", "cc0_surnames.tsv"):
        (folder / name).write_text("\n".join(f"{each}\ten_GB" for each in FAMILY) + "\n", encoding="utf-8")
    (folder / "gb_places.tsv").write_text("\n".join(PLACES) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
