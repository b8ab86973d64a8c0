using System.Net;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Mailroom.Support.Azurite;

namespace Mailroom.Packages.Tests.Tables;

[Collection(SharedAzurite.Name)]
public sealed class TablePipelineTests(AzuriteServer azurite)
{
    private static readonly TableEntity Row = new("p", "r");
    private static readonly Uri Cloud = new("https://wallet.table.core.windows.net");

    [AzuriteFact]
    public async Task A_policy_sees_each_operation_once()
    {
        var seen = new Counter();
        var options = new TableClientOptions();
        options.AddPolicy(seen, HttpPipelinePosition.PerCall);
        var table = new TableServiceClient(azurite.NewAccount(), options).GetTableClient("Notes");

        await table.CreateIfNotExistsAsync();
        await table.AddEntityAsync(Row);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "a")), new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "b"))]);
        await table.QueryAsync<TableEntity>(maxPerPage: 2).ToListAsync();

        // Create, add, one request for the whole transaction, two pages.
        Assert.Equal(["POST", "POST", "POST", "GET", "GET"], seen.Methods);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_as_often_as_the_options_say()
    {
        using var script = new Script(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent);
        var perTry = new Counter();
        var options = Options(script, retries: 2);
        options.AddPolicy(perTry, HttpPipelinePosition.PerRetry);

        await Shared(options).UpsertEntityAsync(Row);

        Assert.Equal(3, script.Asked.Count);
        Assert.Equal(3, perTry.Methods.Count);
        Assert.Single(script.Asked.Select(asked => asked.RequestId).Distinct());
    }

    [Fact]
    public async Task A_server_that_stays_busy_is_given_up_with_its_status()
    {
        using var script = new Script(HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable);

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => Shared(Options(script, retries: 1)).UpsertEntityAsync(Row));

        Assert.Equal(503, refusal.Status);
        Assert.Equal(2, script.Asked.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.PreconditionFailed)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task A_refusal_is_not_asked_again(HttpStatusCode status)
    {
        using var script = new Script(status);

        await Assert.ThrowsAsync<RequestFailedException>(() => Shared(Options(script, retries: 3)).AddEntityAsync(Row));

        Assert.Single(script.Asked);
    }

    [Fact]
    public async Task A_token_is_asked_for_storage_and_sent_with_each_request()
    {
        using var script = new Script(HttpStatusCode.NoContent, HttpStatusCode.NoContent);
        var credential = new OneToken();
        var table = new TableServiceClient(Cloud, credential, Options(script, retries: 0)).GetTableClient("Tickets");

        await table.UpsertEntityAsync(Row);
        await table.DeleteEntityAsync("p", "r");

        Assert.Equal(["Bearer of-a-test", "Bearer of-a-test"], script.Asked.Select(asked => asked.Authorization));
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
        Assert.Equal("wallet.table.core.windows.net", script.Asked[0].Address.Host);
    }

    [Fact]
    public async Task A_token_is_never_sent_without_encryption()
    {
        using var script = new Script(HttpStatusCode.NoContent);
        var table = new TableServiceClient(new Uri("http://wallet.table.core.windows.net"), new OneToken(), Options(script, retries: 0)).GetTableClient("Tickets");

        await Assert.ThrowsAsync<InvalidOperationException>(() => table.UpsertEntityAsync(Row));

        Assert.Empty(script.Asked);
    }

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1", "devstoreaccount1")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=wallet;AccountKey=a2V5;EndpointSuffix=core.chinacloudapi.cn", "https://wallet.table.core.chinacloudapi.cn/", "wallet")]
    [InlineData("AccountName=wallet;AccountKey=a2V5", "https://wallet.table.core.windows.net/", "wallet")]
    [InlineData("AccountName=wallet;AccountKey=a2V5;TableEndpoint=http://127.0.0.1:5/wallet", "http://127.0.0.1:5/wallet", "wallet")]
    public void A_connection_string_tells_where_the_tables_are(string connection, string address, string account)
    {
        var service = new TableServiceClient(connection);

        Assert.Equal((new Uri(address), account), (service.Uri, service.AccountName));
    }

    [Theory]
    [InlineData("AccountName=wallet")]
    [InlineData("AccountKey=a2V5")]
    public void A_connection_string_without_name_or_key_is_refused(string connection) =>
        Assert.ThrowsAny<InvalidOperationException>(() => new TableServiceClient(connection));

    private static TableClientOptions Options(Script script, int retries)
    {
        var options = new TableClientOptions { Transport = new HttpClientTransport(script) };
        options.Retry.MaxRetries = retries;
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return options;
    }

    private static TableClient Shared(TableClientOptions options) =>
        new TableServiceClient(Cloud, new TableSharedKeyCredential("wallet", "a2V5"), options).GetTableClient("Tickets");

    private sealed class Counter : HttpPipelineSynchronousPolicy
    {
        public List<string> Methods { get; } = [];

        public override void OnSendingRequest(HttpMessage message) => Methods.Add(message.Request.Method.Method);
    }

    private sealed class OneToken : TokenCredential
    {
        public HashSet<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.UnionWith(requestContext.Scopes);
            return new("of-a-test", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
