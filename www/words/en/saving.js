// The offer at the end of a quiz on a page of this site.
export default {
  "save-title": "Keeping this result",
  "save-lead": "Then My profile can join it with your other results, show which roles fit them together, and compare when you take the quiz again.",
  "save-what": "What is kept: the questions, your answers, how long you looked at each, and today’s date. Words of your own are not.",
  "save-where": "Where: in this browser’s storage, on this device alone. Nothing is sent. Other people who use this browser could see it. It stays until you delete it, with one press, on My profile.",
  "save-here": "Keep this result",
  "save-file": "Save it as a file instead",
  "save-done": { "one": "Kept on this device: this one result.", "other": "Kept on this device, with your other results: {count} in all." },
  "save-changed": "Kept on this device. It replaced what you kept before you changed your answers.",
  "save-downloaded": "The file is on its way to your downloads. My profile can open it at any time, on any device.",
  "save-profile": "See my profile and roles",
  "save-undo": "Do not keep it after all",
  "save-undone": "It is not kept any more.",
  "save-refused": "This browser does not let the page keep anything: its storage is switched off, or full. Save the result as a file instead; My profile opens it.",
  "save-full": "There is no room for another result: at most 50, and 2 MB, are kept. Save this one as a file, or delete older ones on My profile.",
  "save-damaged": "What is kept here already cannot be read, and it is left as it is. Save this result as a file; My profile says what is wrong and how to mend it.",
};
