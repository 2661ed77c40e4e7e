"""Two policies compared, as a page: both texts side by side, and a case of each difference."""
