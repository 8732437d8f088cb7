"""The council pack: forms, code lists, time scales and words as data, loaded and checked."""
