namespace Mailroom.Core.Policy;

/// <summary>One text in both languages of the house.</summary>
/// <param name="Zh">Simplified Chinese.</param>
/// <param name="En">English.</param>
public sealed record LocalizedText(string Zh, string En)
{
    /// <summary>The text for a reader of that language.</summary>
    public string For(ReplyLanguage language) => language == ReplyLanguage.Chinese ? Zh : En;
}

/// <summary>A language that we write.</summary>
public enum ReplyLanguage
{
    /// <summary>Simplified Chinese ("zh").</summary>
    Chinese,

    /// <summary>English ("en").</summary>
    English,
}
