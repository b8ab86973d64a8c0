namespace Mailroom.Core.Understanding.Learning;

/// <summary>
/// A family of features. Each family of a text is brought to length one by itself: Chinese characters must not drown in a long English
/// quotation, nor rare words in the many pieces of words.
/// </summary>
internal enum FeatureBlock
{
    /// <summary>One Chinese character.</summary>
    Character,

    /// <summary>Two in a row.</summary>
    CharacterPair,

    /// <summary>Three in a row.</summary>
    CharacterTriple,

    /// <summary>Two with one between: a word that another splits ("没…到" in "没有到", "没收到").</summary>
    CharacterSkip,

    /// <summary>A word's stem, or the shape of a number.</summary>
    Word,

    /// <summary>Two words in a row.</summary>
    WordPair,

    /// <summary>Two words with one or two between.</summary>
    WordSkip,

    /// <summary>Three to five letters of a word, its edges marked: typing errors leave most of them whole.</summary>
    WordPart,

    /// <summary>One to three signs of any kind without a gap: punctuation, emoji, figures beside Chinese.</summary>
    Sign,
}

/// <summary>Takes the features of a text one by one.</summary>
internal interface IFeatureSink
{
    /// <summary>A feature.</summary>
    /// <param name="block">Its family.</param>
    /// <param name="hash">Its hash, the family mixed in.</param>
    /// <param name="start">Where it stands in the normalised text.</param>
    /// <param name="length">How many characters it spans there.</param>
    void Add(FeatureBlock block, ulong hash, int start, int length);
}
