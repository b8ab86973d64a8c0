namespace Mailroom.Core.Policy;

/// <summary>Faults of what customers are promised.</summary>
internal static class PromiseFaults
{
    private const int LowestPercent = 50;
    private const int HighestPercent = 99;

    /// <summary>The faults; none when it is sound.</summary>
    public static IEnumerable<string> Of(PromisePolicy promise, FollowUpPolicy followUp)
    {
        if (promise.Least < TimeSpan.Zero || promise.Least > PromisePolicy.Longest)
        {
            yield return $"promise: least must be a counted time of at most {PromisePolicy.Longest.TotalHours:0} hours, for example PT1H.";
        }

        if (promise.Repromise.Percent is < LowestPercent or > HighestPercent)
        {
            yield return $"promise: repromise: percent is {promise.Repromise.Percent}; it is {LowestPercent} to {HighestPercent} percent of the promise.";
        }

        if (promise.Repromise.Extra < TimeSpan.FromMinutes(30) || promise.Repromise.Extra > PromisePolicy.Longest)
        {
            yield return $"promise: repromise: extra must be a counted time of half an hour to {PromisePolicy.Longest.TotalHours:0} hours, for example PT4H.";
        }

        if (followUp.QuietFor < TimeSpan.FromMinutes(10) || followUp.QuietFor > FollowUpPolicy.Longest)
        {
            yield return $"followUp: quietFor must be a time of ten minutes to {FollowUpPolicy.Longest.TotalHours:0} hours, for example PT4H.";
        }
    }
}
