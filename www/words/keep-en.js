// The offer at the end of a quiz on a page of this site.
export default {
  "keep-title": "Keeping this result",
  "keep-lead": "Then My profile can join it with your other results, show which roles fit them together, and compare when you take the quiz again.",
  "keep-what": "What is kept: the questions, your answers, how long you looked at each, and today’s date. Words of your own are not.",
  "keep-where": "Where: in this browser’s storage, on this device alone. Nothing is sent. Other people who use this browser could see it. It stays until you delete it, with one press, on My profile.",
  "keep-keep": "Keep this result",
  "keep-file": "Save it as a file instead",
  "keep-kept": { "one": "Kept on this device: this one result.", "other": "Kept on this device, with your other results: {count} in all." },
  "keep-changed": "Kept on this device. It replaced what you kept before you changed your answers.",
  "keep-saved": "The file is on its way to your downloads. My profile can open it at any time, on any device.",
  "keep-profile": "See my profile and roles",
  "keep-undo": "Do not keep it after all",
  "keep-undone": "It is not kept any more.",
  "keep-refused": "This browser does not let the page keep anything: its storage is switched off, or full. Save the result as a file instead; My profile opens it.",
  "keep-full": "There is no room for another result: at most 50, and 2 MB, are kept. Save this one as a file, or delete older ones on My profile.",
  "keep-damaged": "What is kept here already cannot be read, and it is left as it is. Save this result as a file; My profile says what is wrong and how to mend it.",
};
