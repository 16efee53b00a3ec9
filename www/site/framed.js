// frame.html: one quiz and nothing else, for pages that take an iframe and no script. A classic script: one of a module
// has to be allowed by the host where a sandbox takes the frame's origin away, and a link is then better than nothing.
(() => {
  /** No message says more; a frame as high as that is none that anybody meant. */
  const highest = 20_000;
  /** What an address may ask for, each with the values that it takes; all else in it is as if it were not there. */
  const taken = {
    lang: /^[a-z]{2,8}(-[a-z\d]{1,8}){0,3}$/i,
    seed: /^\d{1,9}$/,
    theme: /^(light|dark|auto)$/,
    heading: /^[1-6]$/,
    resume: /^1?$/,
  };
  const query = new URLSearchParams(location.search);

  /** The link to the page of the quiz that is asked for, from the list of those that there are. */
  function asked() {
    const name = query.get("quiz") ?? "";
    return /^[a-z\d-]+$/.test(name) ? document.querySelector(`#choice a[href="${name}.html"]`) : null;
  }

  /** The tag with its attributes; the link shows until the quiz is there. @param {string} name @param {Element} link */
  function tagOf(name, link) {
    const tag = document.createElement("metier-quiz");
    tag.setAttribute("src", `quizzes/${name}.json`);
    // The frame is a page of its own.
    tag.setAttribute("heading", "1");
    for (const [attribute, values] of Object.entries(taken)) {
      const value = query.get(attribute);
      if (value !== null && values.test(value)) tag.setAttribute(attribute, value);
    }
    tag.append(link);
    return tag;
  }

  /** Nothing is drawn but the quiz: the ground is that of the page around, as long as both are light or both dark. */
  function dress() {
    const theme = query.get("theme") ?? "";
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
:root { background: transparent; color-scheme: ${/^(light|dark)$/.test(theme) ? theme : "light dark"}; }
body { display: flow-root; font: 1rem/1.55 system-ui, sans-serif; margin: 0; overflow-wrap: break-word; }
#choice { padding: 1rem; }
[hidden] { display: none; }`);
    document.adoptedStyleSheets = [sheet];
  }

  function fill() {
    // It is there for those with whom this script does not run.
    document.querySelector("#else")?.remove();
    const choice = /** @type {HTMLElement} */ (document.querySelector("#choice"));
    const link = asked();
    if (!link) {
      choice.hidden = false;
      return;
    }
    document.title = `${link.textContent} · Metier`;
    choice.replaceWith(tagOf(query.get("quiz") ?? "", link));
  }

  /** The page around may be anybody's: it is told the height, and nothing of what is in it. */
  function tell() {
    const height = Math.min(highest, Math.ceil(document.body.getBoundingClientRect().height));
    parent.postMessage({ type: "metier-height", version: 1, height }, "*");
  }

  fill();
  dress();
  if (parent === window) return;
  // The body is as high as its content, however high the frame is: who follows it does not change it.
  new ResizeObserver(tell).observe(document.body);
  // The page around may begin to follow after the first message; it then gives the frame another height to be told anew.
  addEventListener("resize", tell);
})();
