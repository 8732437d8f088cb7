"""The council pack: forms, code lists, time scales and words as data, loaded and checked."""

from taf_desktop.packs.loading import PackError, load, pack_ids

__all__ = ["PackError", "load", "pack_ids"]
