// After a result with roles on a page of this site: the pages of the roles, and the way from where somebody comes from.
export default {
  "onward-title": "What these jobs are like",
  "onward-roles": "A Tuesday in the job, what it is measured by, and signs that you would like it. Each page opens beside your result.",
  "onward-all": "All roles and ways in",
  "onward-none": "No role is named here, and you can read about each all the same.",
  "onward-others": "What some companies mean by “product manager”",
  "onward-origin": "Where do you come from?",
  "onward-origin-lead": "Choose the job that is most like yours. It changes no number, and nothing keeps it.",
  "onward-waiting": "Just a moment …",
  "onward-lost": "The list did not load. Close this part and open it again.",
  "onward-from": "From here: {origin}",
  "onward-over": "What often carries over to {role}: {skills}.",
  "onward-under": "What is often still to learn: {skills}.",
  "onward-you-over": "You are higher than is typical there in {skills}.",
  "onward-you-under": "You are lower than is typical there in {skills}.",
  "onward-typical": "The levels are typical of the job and say nothing about you. If you keep this result, My profile shows them beside yours.",
  "onward-way": "The way from there: what is doubted, and three first steps",
  "job-project": "To some companies a product manager is somebody who gets agreed work done on time. There you would learn to plan, while others choose what is made.",
  "job-agile": "To some companies a product manager is somebody who sits with the engineers all day. There you would learn how things get built, and see few customers.",
  "job-strategist": "To some companies a product manager is somebody who studies markets and advises those in charge. There you would learn how money is earned, and seldom see a product through."
};
