namespace MailKit.Search;

/// <summary>What to search for: here all there is.</summary>
public class SearchQuery
{
    public static readonly SearchQuery All = new();

    internal SearchQuery()
    {
    }
}
