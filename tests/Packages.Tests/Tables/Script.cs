using System.Net;

namespace Mailroom.Packages.Tests.Tables;

/// <summary>Answers requests in place of the service, one prepared status after the other, and keeps what was asked.</summary>
internal sealed class Script(params HttpStatusCode[] statuses) : HttpMessageHandler
{
    private readonly Queue<HttpStatusCode> _statuses = new(statuses);

    public List<(string Method, Uri Address, string? Authorization, string? RequestId)> Asked { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add((request.Method.Method, request.RequestUri!, Header(request, "Authorization"), Header(request, "x-ms-client-request-id")));
        return Task.FromResult(new HttpResponseMessage(_statuses.Dequeue()) { Content = new ByteArrayContent([]), RequestMessage = request });
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        SendAsync(request, cancellationToken).GetAwaiter().GetResult();

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
