from django.db import migrations

from rounds.web.kit.append_only import refuse_changes


class Migration(migrations.Migration):
    dependencies = [("history", "0001_create_entry")]
    operations = [refuse_changes("history_entry")]
