export default {
  title: "Quiz",
  url: "https://quiz.example",
  baseUrl: "/",
  trailingSlash: true,
  clientModules: ["./src/quiz.js"],
  plugins: ["@docusaurus/plugin-content-pages"],
  themes: ["@docusaurus/theme-classic"],
};
