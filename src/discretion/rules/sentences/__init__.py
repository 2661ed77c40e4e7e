"""What a pack, or a matter type for all its packs, claims of itself: read, and checked for names.

It knows the forms that a claim can have, and proves none.
"""
