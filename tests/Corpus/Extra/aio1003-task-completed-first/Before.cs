using System.Threading.Tasks;

namespace Corpus.Extra.Aio1003TaskCompletedFirst.Before;

public sealed class Handshake
{
    private readonly TaskCompletionSource _done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _cipher;
    private int _version;

    public Task Done => _done.Task;

    public void Complete(string cipher, int version)
    {
        _version = version;
        _done.TrySetResult();
        _cipher = cipher;
    }

    public void Fail(System.Exception error)
    {
        _done.TrySetException(error);
    }

    public async Task<string> DescribeAsync()
    {
        await Done.ConfigureAwait(false);
        return _cipher.ToLowerInvariant() + "/" + _version;
    }
}
