using System.Collections.Frozen;

namespace Mailroom.Core.Understanding.Words;

/// <summary>Brings the forms of an English word together, the same way for phrases and for mails.</summary>
internal static class EnglishStem
{
    // Irregular verbs, contractions without their apostrophe, and slips of the finger that mails are full of.
    private static readonly FrozenDictionary<string, string> Irregular = Pairs(
        "paid pay|payed pay|sent send|got get|gotten get|lost lose|stole steal|stolen steal|bought buy|took take|taken take|"
        + "withdrew withdraw|withdrawn withdraw|withdrawl withdrawal|went go|gone go|came come|was be|were be|is be|are be|am be|been be|"
        + "being be|has have|had have|having have|did do|does do|done do|doing do|said say|told tell|gave give|given give|froze freeze|"
        + "frozen freeze|broke break|broken break|forgot forget|forgotten forget|made make|saw see|seen see|spent spend|left leave|"
        + "thought think|kept keep|used use|using use|died die|dying die|dead die|deceased die|passed pass|chose choose|knew know|known know|"
        + "clicked click|texted text|rung ring|rang ring|swiped swipe|hung hang|sold sell|wrote write|written write|"
        + "recieve receive|recieved receive|recieving receive|acount account|acct account|a/c account|pasword password|passwrod password|"
        + "tranfer transfer|tranfered transfer|transfered transfer|transfering transfer|refound refund|transation transaction|"
        + "tranaction transaction|trasaction transaction|ballance balance|cancelled cancel|canceled cancel|cancelling cancel|verfication verification|"
        + "verifcation verification|unauthorised unauthorized|recognised recognize|recognise recognize|recognized recognize|pls please|plz please|thx thank|msg message|"
        + "txn transaction|trx transaction|info information|cellphone phone|mobile phone|telephone phone|cell phone");

    private static readonly FrozenDictionary<string, string> Expansions = Pairs(
        "can't can not|cant can not|cannot can not|won't will not|wont will not|dont do not|didnt do not|doesnt do not|isnt be not|"
        + "wasnt be not|havent have not|hasnt have not|couldnt can not|couldn't can not|could can|never not|unable not able|"
        + "login log in|logon log in|signin sign in|logged log|logging log|topup top up|cashout cash out");

    /// <summary>The stems of a lower-case word, several where it holds a contraction.</summary>
    public static IEnumerable<string> Of(string word)
    {
        if (Expansions.TryGetValue(word, out var expansion))
        {
            return expansion.Split(' ');
        }

        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        return apostrophe switch
        {
            < 0 => [One(word)],
            _ when word.EndsWith("n't", StringComparison.Ordinal) => [One(word[..^3]), "not"],
            0 => [One(word.Trim('\''))],
            _ => [One(word[..apostrophe])],
        };
    }

    private static string One(string word)
    {
        if (Irregular.TryGetValue(word, out var form))
        {
            word = form;
        }

        var stem = word switch
        {
            { Length: > 4 } when word.EndsWith("ies", StringComparison.Ordinal) || word.EndsWith("ied", StringComparison.Ordinal) => word[..^3] + "y",
            { Length: > 5 } when word.EndsWith("sses", StringComparison.Ordinal) => word[..^2],
            { Length: > 5 } when word.EndsWith("ing", StringComparison.Ordinal) => Single(word[..^3]),
            { Length: > 4 } when word.EndsWith("ed", StringComparison.Ordinal) => Single(word[..^2]),
            { Length: > 3 } when word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') => word[..^1],
            _ => word,
        };
        return stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
    }

    // "stopping" is "stop", but "calling" stays "call" and "missing" "miss".
    private static string Single(string stem) =>
        stem.Length > 3 && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z' or 'e' or 'o') ? stem[..^1] : stem;

    private static FrozenDictionary<string, string> Pairs(string text) =>
        text.Split('|').Select(p => p.Split(' ', 2)).ToFrozenDictionary(p => p[0], p => p[1]);
}
