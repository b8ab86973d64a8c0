using System.Collections.Frozen;
using Mailroom.Core.Understanding.Words;

namespace Mailroom.Core.Understanding;

/// <summary>Tells the language of a text by its script, and English from other Latin-script languages by its small words.</summary>
public static class LanguageDetector
{
    // A Chinese word is about one and a half characters long.
    private const double CharactersPerWord = 1.6;
    private const double MostlyChinese = 0.68;
    private const double MostlyEnglish = 0.18;
    private const int InEarnest = 4;

    private static readonly FrozenSet<string> English = Words(
        "the a an i you he she it we they my your our is are was am be to of and in on for with not this that have has had do did can't can "
        + "please help from when what how why but me app account money card payment refund transfer paid");

    private static readonly FrozenSet<string> Foreign = Words(
        "el la los las de que un una y por con mi no se para der die das und ich nicht ist ein eine mein mit le les des et je "
        + "ne pas mon une est pour vous il lo di che non per sono della saya tidak yang dan ini itu di nao não meu uma da do em");

    /// <summary>The language of a text; traditional and simplified Chinese are one.</summary>
    public static MailLanguage Detect(string text)
    {
        var (han, other, words) = Count(text);
        double chinese = han / CharactersPerWord, latin = words.Count;
        if (other > han + (2 * latin) || han + latin == 0)
        {
            return MailLanguage.Other;
        }

        var share = chinese / (chinese + latin);
        return share switch
        {
            >= MostlyChinese => MailLanguage.Chinese,
            > MostlyEnglish when latin >= InEarnest && han >= InEarnest => MailLanguage.Mixed,
            >= 0.5 => MailLanguage.Chinese,
            _ => IsForeign(words) ? MailLanguage.Other : MailLanguage.English,
        };
    }

    private static (int Han, int Other, List<string> Words) Count(string text)
    {
        int han = 0, other = 0;
        List<string> words = [];
        foreach (var token in text.Split([' ', '\t', '\r', '\n', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
        {
            // Addresses and links are in no language.
            if (token.Contains('@', StringComparison.Ordinal) || token.Contains("://", StringComparison.Ordinal))
            {
                continue;
            }

            var start = -1;
            for (var i = 0; i <= token.Length; i++)
            {
                var isLatin = i < token.Length && (token[i] is '\'' or (< '\u0250' and not ('×' or '÷')) && (char.IsLetter(token[i]) || token[i] == '\''));
                if (isLatin && start < 0)
                {
                    start = i;
                }
                else if (!isLatin && start >= 0)
                {
                    words.Add(token[start..i].ToLowerInvariant());
                    start = -1;
                }

                han += i < token.Length && WordStream.IsHan(token[i]) ? 1 : 0;
                other += i < token.Length && !isLatin && char.IsLetter(token[i]) && !WordStream.IsHan(token[i]) ? 1 : 0;
            }
        }

        // Japanese writes Chinese characters too: kana decide.
        return (other * 4 > han ? 0 : han, other, words);
    }

    private static bool IsForeign(List<string> words) =>
        words.Count >= InEarnest && words.Count(Foreign.Contains) > words.Count(English.Contains);

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet();
}
