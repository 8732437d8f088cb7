"""Everything a person sees; the only package that imports Qt."""

from taf_desktop.ui.immortal import keep_constants_alive

keep_constants_alive()
