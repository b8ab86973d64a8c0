using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api.Sources;

/// <summary>One provider that posts mail: how it proves itself, what it posts, and the statuses by which it gives up.</summary>
internal abstract class MailSource
{
    /// <summary>Its name in the route and in the ledger.</summary>
    internal abstract string Name { get; }

    /// <summary>The status by which it gives up instead of trying again.</summary>
    /// <param name="refusal">The status that says what is wrong.</param>
    internal virtual int GiveUp(int refusal) => refusal;

    /// <summary>True when the request shows the secret, or will prove itself by a signature inside its body.</summary>
    internal virtual bool IsShown(HttpRequest request, string secret) => ShownSecret.Is(request, secret);

    /// <summary>Reads what was posted, within the bound.</summary>
    internal abstract Task<Posting> ReadAsync(HttpRequest request, string secret, CancellationToken cancellation);
}
