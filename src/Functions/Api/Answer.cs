using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;

namespace Mailroom.Functions.Api;

/// <summary>What the API answers: JSON that nobody keeps, for it holds customers' data.</summary>
internal static class Answer
{
    /// <summary>How the API writes JSON: camel case, Chinese as Chinese, nothing left out.</summary>
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    internal static IResult Ok<T>(T body) => new JsonAnswer<T>(body, StatusCodes.Status200OK, "application/json", null);

    internal static IResult Accepted<T>(T body, string location) =>
        new JsonAnswer<T>(body, StatusCodes.Status202Accepted, "application/json", location);

    internal static IResult Fault(Problem problem) => new JsonAnswer<Problem>(problem, problem.Status, "application/problem+json", null);

    private sealed class JsonAnswer<T>(T body, int status, string type, string? location) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            response.StatusCode = status;
            response.ContentType = type + "; charset=utf-8";
            response.Headers.CacheControl = "no-store";
            response.Headers.XContentTypeOptions = "nosniff";
            response.Headers.Location = location;
            if (status == StatusCodes.Status503ServiceUnavailable)
            {
                response.Headers.RetryAfter = "30";
            }

            await JsonSerializer.SerializeAsync(response.Body, body, Json, httpContext.RequestAborted);
        }
    }
}
