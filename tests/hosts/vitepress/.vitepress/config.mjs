export default {
  title: "Quiz",
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag === "metier-quiz" } } },
};
