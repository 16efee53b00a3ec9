// What is said before the first question by the tag itself, while the player is on its way, and then by the player.
export default {
  "questions": { "one": "{count} question", "other": "{count} questions" },
  "questions-at-most": { "one": "At most {count} question", "other": "At most {count} questions" },
  "minutes": "about {count} min",
  "minutes-range": "{low} to {count} min",
  "on-device": "stays on this device",
  "intro-would": "Choose what you would do, not what sounds best.",
  "intro-best": "Choose what is best, whether or not you would do it.",
  "intro-done": "Say what you have done: at work, in your studies, in a club or at home.",
  "intro-counted": "Put each one where you think it belongs. In real companies the line is not always so clear.",
  "intro-mixed-would": "Choose what you would do. If a question asks what is best, it says so.",
  "intro-mixed-best": "Choose what is best. If a question asks what you do yourself, it says so.",
  "intro-mixed-done": "Say what you have done: at work, in your studies, in a club or at home. If a question asks what is best, it says so.",
  "start": "Start"
};
