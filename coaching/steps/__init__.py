"""How each part of a preparation is asked and judged: one module a part."""
