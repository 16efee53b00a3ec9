// The language of these words, for numbers, dates, lists and whoever reads them aloud.
export default "en-GB";
