"""Loaders: each turns the bytes of one file format into articles. One file each."""
