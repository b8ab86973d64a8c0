using System.Text.RegularExpressions;

namespace Mailroom.Core.Understanding.Facts.Times;

/// <summary>Finds the phrases that say when, and among them when that happened which a mail is about.</summary>
internal static partial class TimePhrases
{
    private const int Most = 400;
    private const int Context = 16;
    private const double Least = 1;

    /// <summary>A phrase with its words.</summary>
    internal sealed record Phrase(TextSpan Place, IReadOnlyList<TimeAtom> Atoms);

    /// <summary>The phrase that says when it happened; null when none does.</summary>
    public static Found? Best(FactText text, IReadOnlyList<Phrase> phrases) =>
        phrases
            .Select(p => (Phrase: p, Score: Score(text, p)))
            .Where(p => p.Score >= Least)
            .OrderByDescending(p => p.Score)
            .ThenBy(p => p.Phrase.Place.Start)
            .Select(p => new Found(text.At(p.Phrase.Place), p.Phrase.Place))
            .FirstOrDefault();

    /// <summary>All phrases in order: words about time that stand together.</summary>
    public static IReadOnlyList<Phrase> Find(FactText text)
    {
        List<Phrase> phrases = [];
        List<TimeAtom> words = [];
        foreach (var atom in Atoms(text.Folded))
        {
            if (words.Count > 0 && !Joins(text.Folded, words[^1], atom))
            {
                phrases.Add(Of(text, words));
                words = [];
            }

            words.Add(atom);
        }

        return words.Count > 0 ? [.. phrases, Of(text, words)] : phrases;
    }

    private static List<TimeAtom> Atoms(string folded)
    {
        List<TimeAtom> kept = [];
        var found = ChineseTimes.Find(folded).Concat(EnglishTimes.Find(folded)).Where(a => a.Place.Length > 0)
            .OrderBy(a => a.Place.Start).ThenByDescending(a => a.Place.Length);
        foreach (var atom in found)
        {
            if (kept.Count < Most && (kept.Count == 0 || kept[^1].Place.End <= atom.Place.Start))
            {
                kept.Add(atom);
            }
        }

        // "一点" alone is "a little", never one o'clock.
        return [.. kept.Where((a, i) => folded.AsSpan(a.Place.Start, a.Place.Length) is not "一点" || (i > 0 && kept[i - 1].Place.End == a.Place.Start && kept[i - 1].Kind is TimeKind.Part or TimeKind.Day))];
    }

    private static bool Joins(string folded, TimeAtom left, TimeAtom right) =>
        right.Place.Start - left.Place.End is var gap and <= 20
        && (gap == 0 || Between().IsMatch(folded.AsSpan(left.Place.End, gap)));

    private static Phrase Of(FactText text, List<TimeAtom> words)
    {
        var (start, end) = (words[0].Place.Start, words[^1].Place.End);
        var before = text.Before(start, Context);
        start -= Prefix().Match(before).Length;
        end += Suffix().Match(text.After(end, Context)).Length;
        while (end > start + 1 && text.Folded[end - 1] is ' ' or '\n' or '.' or ',' or '，' or '的')
        {
            end--;
        }

        return new(new TextSpan(start, end - start), [.. words]);
    }

    private static double Score(FactText text, Phrase phrase)
    {
        var (before, after) = (text.Before(phrase.Place.Start, Context), text.After(phrase.Place.End, Context * 2));
        var words = text.Folded.Substring(phrase.Place.Start, phrase.Place.Length);
        return Weight(phrase.Atoms)
            + (Happened().IsMatch(after) || HappenedBefore().IsMatch(before) ? 1 : 0)
            - (Coming().IsMatch(words) || ComingBehind().IsMatch(after) || ComingBefore().IsMatch(before) ? 3 : 0)
            - (Writing().IsMatch(before) || WritingBehind().IsMatch(after) ? 2.5 : 0)
            - (Habit().IsMatch(words) || Habit().IsMatch(before) ? 0.5 : 0)
            - (phrase.Place.Start * 0.003);
    }

    private static double Weight(IReadOnlyList<TimeAtom> words)
    {
        var best = words.Max(w => w.Kind switch
        {
            TimeKind.Date => w["day"].Length + w["ordinal"].Length > 0 ? 4 : 2.2,
            TimeKind.Feast => 2.6,
            TimeKind.Day => w["day"] switch
            {
                "那天" or "当天" or "当日" or "当晚" or "第二天" or "次日" => 1.5,
                "今天" or "今日" or "today" => 3.2,
                _ => 3.6,
            },
            TimeKind.Week => w["weekday"].Length > 0 ? 3.6 : 2.6,
            TimeKind.Clock => 3.4,
            TimeKind.Ago => 3.8,
            TimeKind.Now => 3,
            TimeKind.Part => 1.8,
            TimeKind.Lasting => 1.6,
            _ => 0,
        });
        var hasDay = words.Any(w => w.Kind is TimeKind.Date or TimeKind.Day or TimeKind.Week or TimeKind.Feast);
        var hasClock = words.Any(w => w.Kind == TimeKind.Clock);
        return best + (hasDay && hasClock ? 1.2 : (hasDay || hasClock) && words.Any(w => w.Kind == TimeKind.Part) ? 0.5 : 0);
    }

    [GeneratedRegex(
        @"^(?:[\s,，的、.(（]{0,3}|\s?(?:大概|大约|约|差不多|在|于|从|到|至|和|-|~|—)\s?|,? ?(?:at|around|about|on|in|of|and|to|until|till|-|@|at around|at about|on the|in the|from|between|just|shortly|,? (?:around|about)|exactly|the|before|after) ?(?:the |about |around |exactly |just )?)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?:(?<![a-z])(?:since|before|after|until|between|from)(?: about| around| the)? |从|自)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex("^(?:左右|前后|之前|以前|之后|以后|前(?!后|台|面|女|男|妻|夫)|起|开始|那天|那晚|当天|那回)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Suffix();

    [GeneratedRegex(
        "^[^。]{0,12}?(?:扣|转|付|充|提|取|存|交|缴|汇|退|打|收到|发现|刷|花|登|接|买|被|出|弄|划|到|走|更新|卸|升级|申请|下单)|^[^.;]{0,24}\\b(?:i|we|it|he|she|they|you|my)\\b",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Happened();

    [GeneratedRegex(
        "(?:\\b(?:sent|paid|made|debited|charged|taken|took|moved|transferred|happened|gone|left|refunded|bought|received|withdrew|landed|rang|called|topped up|started|since|updated|failed|logged in|requested)\\b[^.;]{0,14}|时间[:：是为 ]{0,3})$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HappenedBefore();

    [GeneratedRegex("^(?:明|后天|听日|下+个?[周星礼月]|大后天)|tomorrow|next ", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Coming();

    [GeneratedRegex("^(?:之?前|以前)?[^。，,]{0,6}(?:要交|就要|要用|必须|务必|截止|要付|得付|得交|还贷|到期|要来|给我(?:答复|回复|处理)|开工|出发|要去|就划走)|^ ?(?:deadline|at the latest)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ComingBehind();

    [GeneratedRegex("(?:截止|预约是|预约|约好|请在|务必(?:在|于)?|最好|赶在|要在|要等到|等她到|她等我到|要到|(?:by|before|until|due|leaves?|closes?|deadline|arrives?|expires?|is due|travel(?:ling)?|leaving|flying|ringing back|back) (?:on |at |in )?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ComingBefore();

    [GeneratedRegex("(?:现在是?|而家|这会儿|今天是|到了?|都|(?:it is|it's|now|is now|today is|currently)(?: the| already| gone)? ?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Writing();

    [GeneratedRegex("^(?:了[,，。!]|都(?:初|快|过)|的(?:手机|荣耀|苹果|老|旧))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WritingBehind();

    [GeneratedRegex("每|every|always|usually", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Habit();
}
