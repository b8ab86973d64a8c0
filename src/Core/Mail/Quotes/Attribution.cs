using System.Text.RegularExpressions;

namespace Mailroom.Core.Mail.Quotes;

/// <summary>The sentence above a quote: "On Fri, 1 May 2026 at 10:00, Li Lei &lt;li@example.com&gt; wrote:", in the common languages.</summary>
internal static partial class Attribution
{
    private const int WrappedLines = 4;

    /// <summary>True when one begins at that line.</summary>
    public static bool IsMatch(string[] lines, int index) => LengthAt(lines, index) > 0;

    /// <summary>How many lines one that begins at that line has, since mail programs wrap it; 0 when none begins there.</summary>
    public static int LengthAt(string[] lines, int index)
    {
        var joined = "";
        for (var length = 1; length <= WrappedLines && index + length <= lines.Length; length++)
        {
            var line = lines[index + length - 1].Trim();
            if (line.Length is 0 or > QuoteIntroduction.LongestLine
                || (length == 1 && line.AsSpan().IndexOfAnyInRange('0', '9') < 0 && !line.Contains('@', StringComparison.Ordinal)))
            {
                return 0;
            }

            joined = length == 1 ? line : $"{joined} {line}";
            if (IsWhole(joined, length) is { } sure)
            {
                return sure || QuoteLine.IsQuotedAfter(lines, index + length) ? length : 0;
            }

            // A sentence that ended is a person's; one that begins anew below is an introduction of its own.
            if (SentenceEnd().IsMatch(line) || (length > 1 && IsWhole(line, 1) is not null) || !(Start().IsMatch(joined) || IsSigned(joined)))
            {
                return 0;
            }
        }

        return 0;
    }

    /// <summary>Null for no introduction; false for one that counts only above lines marked as quoted.</summary>
    private static bool? IsWhole(string text, int length)
    {
        var address = Address().IsMatch(text);
        if (!address && !DateOrTime().IsMatch(text))
        {
            return null;
        }

        var starts = Start().IsMatch(text);
        var closed = text.AsSpan().TrimEnd(" *-") is [.., ':' or '：'];
        if (VerbAtEnd().IsMatch(text) && (starts || (closed && length == 1)))
        {
            return address || !Persons().IsMatch(text);
        }

        if (closed && starts && VerbInside().IsMatch(text))
        {
            return address || !Persons().IsMatch(text);
        }

        if (DateThenAddress().IsMatch(text) || DateByAddress().IsMatch(text) || DateThenName().IsMatch(text))
        {
            return !Persons().IsMatch(text);
        }

        // Whatever the language: an address in brackets, an hour and a colon, directly above marked lines.
        return closed && IsSigned(text) && !Persons().IsMatch(text) ? false : null;
    }

    [GeneratedRegex(@"[^\s@<>]@[a-z0-9-]{1,63}\.", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();

    private static bool IsSigned(string text) => AddressInBrackets().IsMatch(text) && Hour().IsMatch(text);

    [GeneratedRegex(@"<[^<>\s]{1,90}@[^<>\s]{1,90}>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AddressInBrackets();

    [GeneratedRegex(@"[0-9]{1,2}[:：.h][0-9]{2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Hour();

    // Without a date or an address, "and then he wrote:" is a person's sentence.
    [GeneratedRegex(
        @"[0-9]{4}\s?[-/.年년]|[0-9]{1,2}[-/.]\s?[0-9]{1,2}[-/.]\s?[0-9]{2,4}|[0-9]{1,2}\s?[月월]\s?[0-9]{1,2}|[0-9]{1,2}[-.]?\s?(de |di )?\p{L}{3,12}\.?,?[- ](de |del )?[0-9]{4}|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? [0-9]{1,2}",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex DateOrTime();

    // "you", "I", "she": a person tells of a mail. A program names its writer.
    [GeneratedRegex(@"\b(you|your|i|he|she|they|we|ich|sie)\b|我|您|你|他们", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Persons();

    [GeneratedRegex(@"([!?。！？;；]|\p{L}{5}\.)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(
        @"^[\s*-]*((on|at|le|el|il giorno|il|em|op|am|den|på|kl|w dniu|dnia|dne|in data|vào( lúc| ngày)?|pada|în data|ngày|в|во)\s+(\p{L}{1,14}[.,]{0,2}\s+){0,3}[0-9]|ในวันที่\s|في\s|בתאריך\s|pe\s|mnt\s|dňa\s|dana\s|pada\s|(在|于|於)?\s?[0-9]{4}\s?[-/.年년]|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}|[0-9]{1,2}\.?\s\p{L}{3,12}\.?,?\s[0-9]{4}|[0-9]{1,2}[:：][0-9]{2}|(ma|ti|ke|to|pe|la|su|\p{L}{2,11}[.,]{1,2})\s[0-9]{1,2}\.?\s\p{L}{3,12}|[^。！？!?]{1,80}<[^<>\s]{3,100}>)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Start();

    [GeneratedRegex(
        @"(wrote|writes|schrieb|geschrieben|a écrit|ecrit|écrit|escribió|escribi&oacute;|escreveu|ha scritto|scrisse|scritto|schreef|geschreven|skrev|skrifaði|kirjoitti|napisał\s?(\(a\)|a)?|napsal\s?(\(a\)|a)?|написал\s?(\(а\)|а)?|написав|пише|пишет|írta|a scris|yazdı|έγραψε|menulis|đã viết|เขียนว่า|เขียน|كتب ما يلي|napísal\s?(\(a\)|a)?|написа|je napisao|je napisala|rašė|rakstīja|kirjutas|написао је|escriu|va escriure|skrev følgende|folgendes geschrieben|写道|寫道|写到|寫到|写了|寫了|书写|のメール|书きました|書きました|님이 작성|작성|님이 씀|كتب|כתב)\s?[:：]?\s*[*]{0,2}\s*(-{2,8})?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex VerbAtEnd();

    [GeneratedRegex(
        @"\s(wrote|schrieb|schreef|skrev|ha scritto|escribió|escreveu|a écrit|kirjoitti|написал\p{L}{0,2}|napsal\p{L}{0,2})\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex VerbInside();

    // Old Gmail: "2013/7/20 Li Lei <li@example.com>"; Yandex: "11:00 AM, November 17, 2021, "Li Lei" <li@example.com>:"; Japanese Gmail the same.
    [GeneratedRegex(
        @"^\s*(\p{L}{2,12}[.,]{1,2}\s)?([0-9]{1,2}\.?\s\p{L}{3,12}\.?,?\s[0-9]{4}|[0-9]{4}\s?[-/.年]\s?[0-9]{1,2}\s?[-/.月]\s?[0-9]{1,2}|[0-9]{1,2}[:：][0-9]{2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})[^<>]{1,90}<[^<>\s]{1,90}@[^<>\s]{1,90}>\s?[:：]?$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex DateThenAddress();

    // Tutanota: "Nov 16, 2026, 10:00 by support@example.com:".
    [GeneratedRegex(
        @"^(\p{L}{3,12}\.? [0-9]{1,2}|[0-9]{1,2}\.? \p{L}{3,12}\.?),? [0-9]{4},? [0-9]{1,2}:[0-9]{2} (by|von|par|de|von|da|door|av|od|от) [^<>\s]{1,90}@[^<>\s]{1,90}:$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex DateByAddress();

    // Polymail and links cut out of Gmail: "On Tue, Apr 11, 2017 at 10:07 PM John Smith", with no verb at all.
    [GeneratedRegex(
        @"^On (Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}{0,6},? [\p{L}0-9., ]{6,20} at [0-9]{1,2}:[0-9]{2}( ?[AP]M)?,?( \p{Lu}[\p{L}.'-]{1,30}){1,4}( <[^<>\s]{3,90}>)?$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex DateThenName();
}
