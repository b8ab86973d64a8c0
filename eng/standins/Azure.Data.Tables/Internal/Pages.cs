using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Internal;

/// <summary>Pages fetched one after the other as they are asked for.</summary>
/// <param name="fetch">Fetches the page at a continuation token (null: the first), of at most so many items.</param>
/// <param name="pageSize">Items in a page when the caller of <see cref="AsPages"/> does not say.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class Pages<T>(Func<string, int?, CancellationToken, Task<Page<T>>> fetch, int? pageSize, CancellationToken cancellation) : AsyncPageable<T>(cancellation)
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await fetch(continuationToken, pageSizeHint ?? pageSize, CancellationToken).ConfigureAwait(false);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (continuationToken is not null);
    }

    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var page in AsPages().ConfigureAwait(false).WithCancellation(cancellationToken))
        {
            foreach (var item in page.Values)
            {
                yield return item;
            }
        }
    }
}
