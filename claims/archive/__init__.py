"""Evidence as bytes: kept outside the database under their hash, read as text, shown safely."""
