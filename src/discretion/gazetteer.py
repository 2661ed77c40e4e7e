"""The table of places: each state with its courts, and the words that districts are named by.

Plain text and tuples only, so that importing it costs nothing.
"""

STATES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "US-AL": ("Alabama", "11th Cir.", ("N.D. Ala.", "M.D. Ala.", "S.D. Ala.")),
    "US-AK": ("Alaska", "9th Cir.", ("D. Alaska",)),
    "US-AZ": ("Arizona", "9th Cir.", ("D. Ariz.",)),
    "US-AR": ("Arkansas", "8th Cir.", ("E.D. Ark.", "W.D. Ark.")),
    "US-CA": ("California", "9th Cir.", ("N.D. Cal.", "E.D. Cal.", "C.D. Cal.", "S.D. Cal.")),
    "US-CO": ("Colorado", "10th Cir.", ("D. Colo.",)),
    "US-CT": ("Connecticut", "2d Cir.", ("D. Conn.",)),
    "US-DE": ("Delaware", "3d Cir.", ("D. Del.",)),
    "US-DC": ("District of Columbia", "D.C. Cir.", ("D.D.C.",)),
    "US-FL": ("Florida", "11th Cir.", ("N.D. Fla.", "M.D. Fla.", "S.D. Fla.")),
    "US-GA": ("Georgia", "11th Cir.", ("N.D. Ga.", "M.D. Ga.", "S.D. Ga.")),
    "US-HI": ("Hawaii", "9th Cir.", ("D. Haw.",)),
    "US-ID": ("Idaho", "9th Cir.", ("D. Idaho",)),
    "US-IL": ("Illinois", "7th Cir.", ("N.D. Ill.", "C.D. Ill.", "S.D. Ill.")),
    "US-IN": ("Indiana", "7th Cir.", ("N.D. Ind.", "S.D. Ind.")),
    "US-IA": ("Iowa", "8th Cir.", ("N.D. Iowa", "S.D. Iowa")),
    "US-KS": ("Kansas", "10th Cir.", ("D. Kan.",)),
    "US-KY": ("Kentucky", "6th Cir.", ("E.D. Ky.", "W.D. Ky.")),
    "US-LA": ("Louisiana", "5th Cir.", ("E.D. La.", "M.D. La.", "W.D. La.")),
    "US-ME": ("Maine", "1st Cir.", ("D. Me.",)),
    "US-MD": ("Maryland", "4th Cir.", ("D. Md.",)),
    "US-MA": ("Massachusetts", "1st Cir.", ("D. Mass.",)),
    "US-MI": ("Michigan", "6th Cir.", ("E.D. Mich.", "W.D. Mich.")),
    "US-MN": ("Minnesota", "8th Cir.", ("D. Minn.",)),
    "US-MS": ("Mississippi", "5th Cir.", ("N.D. Miss.", "S.D. Miss.")),
    "US-MO": ("Missouri", "8th Cir.", ("E.D. Mo.", "W.D. Mo.")),
    "US-MT": ("Montana", "9th Cir.", ("D. Mont.",)),
    "US-NE": ("Nebraska", "8th Cir.", ("D. Neb.",)),
    "US-NV": ("Nevada", "9th Cir.", ("D. Nev.",)),
    "US-NH": ("New Hampshire", "1st Cir.", ("D.N.H.",)),
    "US-NJ": ("New Jersey", "3d Cir.", ("D.N.J.",)),
    "US-NM": ("New Mexico", "10th Cir.", ("D.N.M.",)),
    "US-NY": ("New York", "2d Cir.", ("N.D.N.Y.", "E.D.N.Y.", "S.D.N.Y.", "W.D.N.Y.")),
    "US-NC": ("North Carolina", "4th Cir.", ("E.D.N.C.", "M.D.N.C.", "W.D.N.C.")),
    "US-ND": ("North Dakota", "8th Cir.", ("D.N.D.",)),
    "US-OH": ("Ohio", "6th Cir.", ("N.D. Ohio", "S.D. Ohio")),
    "US-OK": ("Oklahoma", "10th Cir.", ("N.D. Okla.", "E.D. Okla.", "W.D. Okla.")),
    "US-OR": ("Oregon", "9th Cir.", ("D. Or.",)),
    "US-PA": ("Pennsylvania", "3d Cir.", ("E.D. Pa.", "M.D. Pa.", "W.D. Pa.")),
    "US-RI": ("Rhode Island", "1st Cir.", ("D.R.I.",)),
    "US-SC": ("South Carolina", "4th Cir.", ("D.S.C.",)),
    "US-SD": ("South Dakota", "8th Cir.", ("D.S.D.",)),
    "US-TN": ("Tennessee", "6th Cir.", ("E.D. Tenn.", "M.D. Tenn.", "W.D. Tenn.")),
    "US-TX": ("Texas", "5th Cir.", ("N.D. Tex.", "E.D. Tex.", "S.D. Tex.", "W.D. Tex.")),
    "US-UT": ("Utah", "10th Cir.", ("D. Utah",)),
    "US-VT": ("Vermont", "2d Cir.", ("D. Vt.",)),
    "US-VA": ("Virginia", "4th Cir.", ("E.D. Va.", "W.D. Va.")),
    "US-WA": ("Washington", "9th Cir.", ("E.D. Wash.", "W.D. Wash.")),
    "US-WV": ("West Virginia", "4th Cir.", ("N.D.W. Va.", "S.D.W. Va.")),
    "US-WI": ("Wisconsin", "7th Cir.", ("E.D. Wis.", "W.D. Wis.")),
    "US-WY": ("Wyoming", "10th Cir.", ("D. Wyo.",)),
    "US-AS": ("American Samoa", "", ()),
    "US-GU": ("Guam", "9th Cir.", ("D. Guam",)),
    "US-MP": ("Northern Mariana Islands", "9th Cir.", ("D.N. Mar. I.",)),
    "US-PR": ("Puerto Rico", "1st Cir.", ("D.P.R.",)),
    "US-VI": ("U.S. Virgin Islands", "3d Cir.", ("D.V.I.",)),
}
"""Each state or territory: its name, its circuit and its districts; both empty where there is none.

Source: ISO 3166-2:US for codes; 28 U.S.C. 41 for circuits and 81 to 131 for districts;
48 U.S.C. 1424 (Guam), 1611 (Virgin Islands) and 1821 (Northern Mariana Islands); the Bluebook,
tables T1 and T10, for spellings.
No district court and no circuit has American Samoa.
"""

CIRCUITS: dict[str, str] = {
    "1st Cir.": "First Circuit",
    "2d Cir.": "Second Circuit",
    "3d Cir.": "Third Circuit",
    "4th Cir.": "Fourth Circuit",
    "5th Cir.": "Fifth Circuit",
    "6th Cir.": "Sixth Circuit",
    "7th Cir.": "Seventh Circuit",
    "8th Cir.": "Eighth Circuit",
    "9th Cir.": "Ninth Circuit",
    "10th Cir.": "Tenth Circuit",
    "11th Cir.": "Eleventh Circuit",
    "D.C. Cir.": "District of Columbia Circuit",
}
"""Each circuit that has an area, with its name; the Federal Circuit has none.

Source: 28 U.S.C. 41.
"""

OTHER_SPELLINGS: dict[str, str] = {"2nd Cir.": "2d Cir.", "3rd Cir.": "3d Cir."}
"""Spellings in use beside the one that this table prints."""

DIVISIONS: dict[str, str] = {
    "N": "Northern",
    "E": "Eastern",
    "S": "Southern",
    "W": "Western",
    "C": "Central",
    "M": "Middle",
}
"""The first letter of a district that is one of several in its state, with its word."""
