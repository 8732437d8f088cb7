"""Team Around the Family meetings on one laptop, without a connection, in one encrypted file."""

__version__ = "0.1.0"
