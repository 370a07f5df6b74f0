from django.db import migrations, models

from rounds.web.kit.append_only import allow_changes, refuse_changes


class Migration(migrations.Migration):
    dependencies = [
        ("history", "0002_refuse_changes"),
    ]

    operations = [
        allow_changes("history_entry"),
        migrations.CreateModel(
            name="SubjectKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=200, unique=True)),
                ("sealed_key", models.TextField(blank=True)),
                ("made_at", models.DateTimeField()),
                ("destroyed_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name="entry",
            name="sealed",
            field=models.TextField(blank=True),
        ),
        migrations.AddField(
            model_name="entry",
            name="subject",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddIndex(
            model_name="entry",
            index=models.Index(fields=["subject", "at"], name="history_entry_of_subject"),
        ),
        migrations.AddConstraint(
            model_name="entry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("sealed", ""), ("subject", "")),
                    models.Q(models.Q(("subject", ""), _negated=True), ("payload", {})),
                    _connector="OR",
                ),
                name="history_entry_seals_what_is_personal",
            ),
        ),
        migrations.AddConstraint(
            model_name="subjectkey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("destroyed_at__isnull", False), ("sealed_key", "")),
                    models.Q(
                        models.Q(("sealed_key", ""), _negated=True), ("destroyed_at__isnull", True)
                    ),
                    _connector="OR",
                ),
                name="history_subjectkey_is_there_or_destroyed",
            ),
        ),
        refuse_changes("history_entry"),
    ]
