import "metier-quiz";
