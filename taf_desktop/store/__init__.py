"""The encrypted file: keys, engine, migrations, the change journal, undo and backup."""
