"""Writers: each puts a finished report into one format. One file each."""
