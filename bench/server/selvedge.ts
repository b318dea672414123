throw new Error('the server part does not exist yet');
export {};
