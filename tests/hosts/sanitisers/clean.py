"""post.html as two sanitisers of Python leave it, by their own rules."""

from pathlib import Path

import bleach
import nh3

post = Path("post.html").read_text(encoding="utf-8")
for name, left in {"nh3": nh3.clean(post), "bleach": bleach.clean(post, strip=True)}.items():
    Path("out", name).mkdir(parents=True, exist_ok=True)
    Path("out", name, "left.html").write_text(left, encoding="utf-8")
