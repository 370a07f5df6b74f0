from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("catalog", "0004_keep_source_name")]

    operations = [
        migrations.AddField(
            model_name="site",
            name="origin_values",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="listing",
            name="gone_on",
            field=models.DateField(blank=True, null=True),
        ),
    ]
