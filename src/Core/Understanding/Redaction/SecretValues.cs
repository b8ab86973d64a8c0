namespace Mailroom.Core.Understanding.Redaction;

/// <summary>The ways in which people write a code or PIN, as pieces of patterns over folded text.</summary>
internal static class SecretValues
{
    /// <summary>One by one: 4 8 1 5 1 6, 1-1-2-2; or in pairs or halves: 48 29 13, 482 913.</summary>
    public const string Spaced = @"[0-9]([ -][0-9]){3,7}(?![ -]?[0-9])|[0-9]{3}[ -][0-9]{3}(?![ -]?[0-9])|[0-9]{2}[ -][0-9]{2}[ -][0-9]{2}(?![ -]?[0-9])";

    /// <summary>In words: four eight one five.</summary>
    public const string Spoken = @"(zero|oh|one|two|three|four|five|six|seven|eight|nine)([ ,-]{1,2}(zero|oh|one|two|three|four|five|six|seven|eight|nine)){3,7}(?![a-z])";

    /// <summary>As one digit many times: 六个一, four zeros.</summary>
    public const string Repeated = @"([一二两三四五六七八九十]|[0-9]{1,2})个[0-9零一二三四五六七八九]|(two|three|four|five|six|eight) (zeroe?s|ones|twos|threes|fours|fives|sixes|sevens|eights|nines)(?![a-z])";

    /// <summary>Any of these.</summary>
    public const string Dictated = Spaced + "|" + Spoken + "|" + Repeated;
}
