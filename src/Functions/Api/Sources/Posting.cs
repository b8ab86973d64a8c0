using Mailroom.Core.Mail;
using Mailroom.Pipeline.Adapters.Blobs;

namespace Mailroom.Functions.Api.Sources;

/// <summary>What a source's request held.</summary>
internal abstract record Posting
{
    private Posting()
    {
    }

    /// <summary>A raw mail in its envelope.</summary>
    internal sealed record Mail(MailSpool Raw, MailEnvelope Envelope) : Posting;

    /// <summary>More than is taken by HTTP.</summary>
    internal sealed record TooLarge : Posting;

    /// <summary>Not the raw mail: the provider's option to post it is off.</summary>
    /// <param name="Field">The field that is missing.</param>
    internal sealed record NotRaw(string Field) : Posting;

    /// <summary>A body that is no form or no JSON, or broke off.</summary>
    internal sealed record Broken : Posting;

    /// <summary>A wrong or old signature.</summary>
    internal sealed record WrongSignature : Posting;
}
