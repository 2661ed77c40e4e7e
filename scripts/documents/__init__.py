"""Documents made from the package itself: what it prints, knows, refuses and promises."""
