from rounds.cli.report.plan.proof import show_proof
from rounds.core.planner.report.proof import proof_item


def test_the_claim_carries_the_catalogs_hash(answer, shown):
    text = "".join(line.strip() for line in shown(show_proof, answer, columns=60))

    assert answer.proof.catalog in text
    assert len(answer.proof.catalog) == 64
    assert proof_item(answer)["catalog_sha256"] == answer.proof.catalog
