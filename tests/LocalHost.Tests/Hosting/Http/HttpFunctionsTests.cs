using System.Net;
using Mailroom.LocalHost.Hosting.Functions;
using Mailroom.LocalHost.Hosting.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mailroom.LocalHost.Tests.Hosting.Http;

public sealed class HttpFunctionsTests : IAsyncLifetime, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly HttpClient _http = new();
    private WebApplication? _app;
    private string _key = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var key = FunctionKey.LoadOrCreate(_folder.At("function.key"));
        _key = key.Value;
        builder.Services.AddRouting().AddMvcCore();
        builder.Services.AddSingleton(key).AddSingleton<FunctionRunner>().AddSingleton<HttpFunctions>();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.Services.GetRequiredService<HttpFunctions>().Map(_app, FunctionCatalog.Discover([typeof(TestFunctions)], TestSettings.Of()), "");
        await _app.StartAsync();
        _http.BaseAddress = new Uri(_app.Urls.First());
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_keyed_function_answers_401_without_the_key_and_with_a_wrong_one()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/secret")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync("api/secret?code=wrong")).StatusCode);
    }

    [Fact]
    public async Task A_keyed_function_answers_with_the_key_in_query_or_header()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/secret");
        request.Headers.Add("x-functions-key", _key);

        Assert.Equal("secret", await _http.GetStringAsync(new Uri("api/secret?code=" + _key, UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, (await _http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("", "home")]
    [InlineData("desk.css", "file desk.css")]
    [InlineData("a/b/c", "file a/b/c")]
    [InlineData("api/v1/items/7", "item 7")]
    public async Task The_file_route_takes_everything_but_the_api_and_the_root(string path, string answer) =>
        Assert.Equal(answer, await _http.GetStringAsync(new Uri(path, UriKind.Relative)));

    [Fact]
    public async Task A_method_or_path_that_no_function_takes_is_404()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, "api/v1/items/7");

        Assert.Equal(HttpStatusCode.NotFound, (await _http.SendAsync(head)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("api/nothing")).StatusCode);
    }

    [Fact]
    public async Task A_function_that_throws_is_500_and_tells_nothing()
    {
        var answer = await GetAsync("api/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public void The_key_is_drawn_once()
    {
        var again = FunctionKey.LoadOrCreate(_folder.At("function.key"));

        Assert.Equal(_key, again.Value);
        Assert.True(_key.Length >= 40);
    }

    private Task<HttpResponseMessage> GetAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    public sealed class TestFunctions
    {
        [Function("AFiles")]
        public static string Files(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{*path:regex(^(?!api(/|$)).*$)}")] HttpRequest request, string path)
        {
            ArgumentNullException.ThrowIfNull(request);
            return $"file {path}";
        }

        [Function("ABroken")]
        public static string Broken([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/broken")] HttpRequest request) =>
            throw new InvalidOperationException("inner matters of " + request);

        [Function("AHome")]
        public static IResult Home([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{home:maxlength(0)?}")] HttpRequest request)
        {
            ArgumentNullException.ThrowIfNull(request);
            return Results.Text("home");
        }

        [Function("Item")]
        public static async Task<IActionResult> ItemAsync(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/items/{id}")] HttpRequest request, string id)
        {
            await Task.Yield();
            ArgumentNullException.ThrowIfNull(request);
            return new ContentResult { Content = $"item {id}" };
        }

        [Function("Secret")]
        public static Task<IResult> SecretAsync(
            [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/secret")] HttpRequest request)
        {
            ArgumentNullException.ThrowIfNull(request);
            return Task.FromResult(Results.Text("secret"));
        }
    }
}
