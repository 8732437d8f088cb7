"""Everything a person sees; the only package that imports Qt."""

from taf_desktop.ui.immortal import keep_none_alive

keep_none_alive()
