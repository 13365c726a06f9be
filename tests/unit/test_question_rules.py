"""The rules on the wording of questions, with more sentences than golden cases can hold."""

from __future__ import annotations

from typing import Any

import pytest

from kitaran.check.rules.absolute_words import absolute_words
from kitaran.check.rules.all_of_the_above import all_of_the_above
from kitaran.check.rules.key_position_bias import by_chance
from kitaran.check.rules.key_position_bias_in_bank import is_biased
from kitaran.check.rules.negative_stem import negative_stem
from kitaran.check.rules.overlapping_options import overlapping_options
from kitaran.models.questions.single import Single

NEGATIVE = """
Which of these is not a sign of interest?
Which document should you not bring?
Which proof doesn't convince Puan Salmah?
What should Aina not promise?
What must you not say to Encik Kumar?
Who should not sign the contract?
Which of these clients is not ready to buy?
All of these are signs of interest except:
Each of these belongs in the record except which?
Choose the answers that are not signs of interest.
The client calls. Which reply can't be used?
Which statement cannot be proved?
When should you not offer a discount?
In this case, which document should you not bring?
Mr Kumar has not replied. Which step is not useful now?
Yang mana bukan tanda minat?
Antara berikut, yang manakah bukan tanda minat?
Manakah antara berikut bukan bukti?
Dokumen mana yang tidak perlu dibawa?
Apa yang tidak patut anda sebut?
Apakah yang tidak boleh dijanjikan kepada pelanggan?
Apakah perkara yang tidak perlu ditanya?
Siapa yang tidak boleh menandatangani kontrak?
Pelanggan menelefon. Yang mana satu bukan langkah seterusnya?
Dalam mesyuarat pertama, dokumen mana yang tidak perlu?
Semua yang berikut ialah tanda minat kecuali:
Yang berikut ialah tanda minat, kecuali
Pilih pernyataan yang tidak benar.
Mana satu bukan tugas pengurus pelanggan?
"""

NATURAL = """
The client has not paid yet. What do you do first?
Mr Kumar says he does not need it. What do you ask?
What do you do if he does not call back?
When he has not replied, what do you do?
Which sentence shows the client is not ready?
Which question tells you that the buyer is not the decision maker?
What is the cost of not calling the client?
Which step comes first for a client who has not paid?
What do you do with the quotation, which is not final?
Which of these is **not** a sign of interest?
Which of these is NOT a sign of interest?
Which of these is __not__ a sign?
Why does the client not sign?
How do you answer a buyer who cannot decide?
“Which price is not final?” asks Mr Kumar. What do you answer?
What do you say when the price is not the problem?
Which reply do you use so as not to lose the client?
What do you say first, if not the price?
Which proof would you bring to a buyer who does not believe the lead time?
Except for the price, everything is agreed. What do you do next?
Pelanggan tidak menjawab telefon. Apa langkah pertama?
Apa yang anda buat jika pelanggan tidak membalas?
Apa tanda bahawa pembeli bukan pembuat keputusan?
Soalan mana yang menunjukkan pelanggan tidak berminat?
Yang mana **bukan** tanda minat?
Yang manakah BUKAN tanda minat?
Apa yang tidak kena dengan sebut harga ini?
Apa yang perlu anda tanya, bukan beritahu?
Siapa yang anda hubungi apabila Encik Kumar tidak ada?
“Yang mana tidak perlu?” tanya Encik Kumar. Apa jawapan anda?
Encik Kumar berkata dia bukan penandatangan. Siapa yang anda cari?
Bila tidak ada bajet, apa langkah anda?
Bagaimana anda tahu apa yang tidak penting bagi pelanggan?
Apa yang anda buat dengan apa-apa yang tidak jelas?
Kepada siapa anda telefon kalau bukan Encik Kumar?
Bukankah ini sudah dibincangkan? Apa jawapan anda?
Ayat mana menunjukkan harga bukan masalah sebenar?
Apa risiko tidak mengesahkan penandatangan?
Bagaimana anda menjawab pelanggan yang tidak mahu bertemu?
Apa syarat bayaran bagi semua pelanggan kecuali pelanggan baharu?
Pilih jawapan untuk pelanggan yang tidak membalas.
"""


def _question(*options: str, text: str = "?") -> Single:
    """Make a question whose first option is the key."""
    given: list[dict[str, Any]] = [{"text": option} for option in options]
    given[0]["correct"] = True
    whole = {"id": "a", "type": "single", "objective": "b", "section": "c", "text": text}
    return Single.model_validate({**whole, "options": given})


@pytest.mark.parametrize("stem", NEGATIVE.strip().split("\n"))
def test_stem_that_asks_for_what_is_not(stem: str) -> None:
    assert list(negative_stem.check(_question("A", "B", text=stem)))


@pytest.mark.parametrize("stem", NATURAL.strip().split("\n"))
def test_stem_with_a_natural_negation(stem: str) -> None:
    assert list(negative_stem.check(_question("A", "B", text=stem))) == []


@pytest.mark.parametrize(
    "options",
    [
        ("Send the contract today", "Send the contract today by e-mail"),
        ("Hantar kontrak hari ini", "Hantar kontrak hari ini melalui e-mel"),
        ("10–20", "15–30"),
        ("10 to 20 cartons", "20 to 30 cartons"),
        ("RM 100 - RM 200", "RM 150 - RM 250"),
        ("RM 1,000–2,000", "RM 1,500–3,000"),
        ("5 hari hingga 10 hari", "8 hari hingga 12 hari"),
        ("antara 5 dan 10 kotak", "antara 10 dan 15 kotak"),
    ],
)
def test_options_that_overlap(options: tuple[str, str]) -> None:
    assert len(list(overlapping_options.check(_question(*options)))) == 1
    assert len(list(overlapping_options.check(_question(*reversed(options))))) == 1


@pytest.mark.parametrize(
    "options",
    [
        ("Send the contract today", "Do not send the contract today"),
        ("Give five per cent discount", "Give five per cent discount if they pay in advance"),
        ("Send it to Mr Kumar", "Send it to Mr Kumar before the board meets"),
        ("Ask for a deposit", "Ask for a deposit and a guarantee"),
        ("Bayaran dalam tempoh 30 hari", "Bayaran dalam tempoh 30 hari, 50% pendahuluan"),
        ("Pengurus pelanggan", "Pengurus pelanggan korporat"),
        ("Encik Kumar", "Encik Kumar dan Puan Salmah"),
        ("RM 12", "RM 12,000"),
        ("2–4 weeks", "4–6 weeks"),
        ("30–70", "50–50"),
        ("9.00–11.00 on Monday", "9.00–11.00 on Tuesday"),
        ("5–10 days", "5–10 cartons"),
        ("Up to 5%", "Up to 10%"),
        ("03-5512 8899", "03-5512 8800"),
        ("2026-11-01", "2026-11-05"),
    ],
)
def test_options_that_exclude_each_other(options: tuple[str, str]) -> None:
    assert list(overlapping_options.check(_question(*options))) == []


@pytest.mark.parametrize(
    ("option", "found"),
    [
        ("Always give a discount first", True),
        ("Jangan sekali-kali telefon dua kali", True),
        ("“Kami tidak pernah lewat.”", True),
        ("Under no circumstances send it", True),
        ("All buyers want a discount", True),
        ("Setiap pembeli mahu diskaun", True),
        ("Kedai yang tidak pernah membeli", False),
        ("Ask all three decision makers", False),
        ("Hantar kepada semua yang hadir", False),
        ("Only Puan Salmah", False),
        ("Deliver every Monday, whatever the weather", False),
        ("Keadaan kotak semasa sampai", False),
        ("Bagi semua pelanggan di Klang", False),
    ],
)
def test_absolute_words(option: str, found: bool) -> None:
    assert bool(list(absolute_words.check(_question("Ask first", option)))) is found


@pytest.mark.parametrize(
    ("option", "found"),
    [
        ("None of the above.", True),
        ("Both A and B", True),
        ("I and II only", True),
        ("Semua jawapan di atas betul", True),
        ("Tiada jawapan yang betul", True),
        ("Kedua-dua A dan B", True),
        ("All names above the line", False),
        ("Kedua-dua pihak", False),
        ("A resolution", False),
        ("Semua dokumen di atas meja", False),
    ],
)
def test_options_that_point_at_the_others(option: str, found: bool) -> None:
    assert bool(list(all_of_the_above.check(_question("Ask", option)))) is found


@pytest.mark.parametrize(
    ("counts", "biased"),
    [
        pytest.param([20, 5, 4], False, id="29 questions are too few"),
        pytest.param([20, 5, 5], True, id="30 questions, χ² = 15"),
        pytest.param([17, 8, 5], False, id="χ² = 7.8, below 9.21"),
        pytest.param([18, 7, 5], True, id="χ² = 9.8, above 9.21"),
        pytest.param([34_300, 33_000, 32_700], False, id="a large bank: certain, but tiny"),
        pytest.param([40_000, 30_000, 30_000], True, id="a large bank: large"),
        pytest.param([40], False, id="one place only"),
        pytest.param([30, *[0] * 11], False, id="more places than the table has"),
    ],
)
def test_bias_of_a_bank(counts: list[int], biased: bool) -> None:
    assert is_biased(counts) is biased


def test_chance_of_a_place_is_the_binomial_tail() -> None:
    assert by_chance(5, 5, 3) == pytest.approx(3 / 3**5)
    assert by_chance(4, 5, 4) == pytest.approx(4 * (5 * 3 + 1) / 4**5)
    assert by_chance(0, 5, 2) == 1
