using System.Collections.Frozen;

namespace Mailroom.Core.Understanding.Redaction;

/// <summary>Tells a password from what else people say behind "my password is".</summary>
internal static class SecretWords
{
    private const int Shortest = 3;
    private const int ShortestWord = 5;

    private static readonly FrozenSet<string> Ordinary = (
        "wrong incorrect not no being been invalid expired correct right still the a an always never rejected accepted blocked locked compromised "
        + "changed reset required forgotten lost and or but to too so now also that this it what why because when if in on for by working fine ok "
        + "same different old new weak strong stolen hacked known safe protected needed asked sent set screen page field box error failed secret "
        + "mine yours private unknown missing empty unchanged secure visible public gone useless saved there here login log access open enter").Split(' ').ToFrozenSet();

    private static readonly string[] Endings = ["ed", "ing", "ly", "able", "ible"];

    /// <summary>True when it is a password.</summary>
    /// <param name="value">What stands there, folded.</param>
    /// <param name="isQuoted">True within quotation marks.</param>
    /// <param name="isPointed">True behind a colon or an equals sign.</param>
    /// <param name="endsClause">True when the clause ends with it.</param>
    public static bool IsSecret(string value, bool isQuoted, bool isPointed, bool endsClause)
    {
        if (value.Length < Shortest || OtherNumbers.IsDate(value))
        {
            return false;
        }

        var isWord = value.All(char.IsAsciiLetter);
        return !isWord
            ? value.Any(char.IsAsciiLetterOrDigit) && (value.Any(char.IsAsciiDigit) || isPointed || isQuoted || value.Any(char.IsPunctuation))
            : isQuoted || (!Ordinary.Contains(value) && (isPointed || (endsClause && value.Length >= ShortestWord && !Endings.Any(e => value.EndsWith(e, StringComparison.Ordinal)))));
    }
}
