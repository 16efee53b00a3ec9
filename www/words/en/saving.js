// The offer at the end of a quiz on a page of this site.
export default {
  "save-title": "Keep or share this result",
  "save-kept": "Kept",
  "save-lead": "Keep saves it in this browser, on this device alone. My profile can then join it with your other results.",
  "save-terms": "What is kept?",
  "save-what": "What: the questions, your answers, how long you looked at each, and today’s date. Words of your own are not kept.",
  "save-where": "Where: in this browser’s storage. Nothing is sent. Other people who use this browser could see it. It stays until you delete it, with one press, on My profile.",
  "save-here": "Keep",
  "save-share": "Share",
  "save-file": "Save it as a file instead",
  "save-done": { "one": "On this device: this one result.", "other": "On this device, with your other results: {count} in all." },
  "save-changed": "On this device. It replaced what you kept before you changed your answers.",
  "save-downloaded": "The file is on its way to your downloads. My profile can open it at any time, on any device.",
  "save-profile": "See my profile and roles",
  "save-undo": "Undo",
  "save-undone": "It is not kept any more.",
  "save-refused": "This browser does not let the page keep anything: its storage is switched off, or full. Save the result as a file instead; My profile opens it.",
  "save-full": "There is no room for another result: at most 50, and 2 MB, are kept. Save this one as a file, or delete older ones on My profile.",
  "save-damaged": "What is kept here already cannot be read, and it is left as it is. Save this result as a file; My profile says what is wrong and how to mend it.",
  "save-no-share": "Sharing did not load. Check the connection, then try again."
};
