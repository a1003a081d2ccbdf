using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Corpus.Extra.Aio3005TimedTurn.Before;

public sealed class Uploader
{
    private readonly SemaphoreSlim _turn = new SemaphoreSlim(1, 1);
    private readonly HttpClient _http;
    private int _sent;

    public Uploader(HttpClient http) => _http = http;

    public async Task<bool> TryUploadAsync(Uri target, byte[] body)
    {
        if (!await _turn.WaitAsync(TimeSpan.FromSeconds(2)).ConfigureAwait(false))
        {
            return false;
        }

        using var content = new ByteArrayContent(body);
        using HttpResponseMessage answer = await _http.PostAsync(target, content).ConfigureAwait(false);
        _sent++;
        _turn.Release();
        return answer.IsSuccessStatusCode;
    }
}
